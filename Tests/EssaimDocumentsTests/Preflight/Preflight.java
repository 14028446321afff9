import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Says of each file given whether it is PDF/A-1b: one line, "valid" or "invalid" and the reasons, a tab between. */
public class Preflight {
    public static void main(String[] files) {
        for (String file : files) {
            System.out.println(verdict(new File(file)));
        }
    }

    private static String verdict(File file) {
        ValidationResult result;
        try {
            PreflightParser parser = new PreflightParser(file);
            parser.parse();
            try (PreflightDocument document = parser.getPreflightDocument()) {
                document.validate();
                result = document.getResult();
            }
        } catch (SyntaxValidationException error) {
            result = error.getResult();
        } catch (Exception error) {
            return "invalid\t" + error;
        }
        if (result.isValid()) {
            return "valid";
        }
        StringBuilder line = new StringBuilder("invalid");
        for (ValidationResult.ValidationError error : result.getErrorsList()) {
            String details = String.valueOf(error.getDetails()).replaceAll("\\s+", " ");
            line.append('\t').append(error.getErrorCode()).append(' ').append(details);
        }
        return line.toString();
    }
}
