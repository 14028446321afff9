package javax.xml.bind;

import java.util.Calendar;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;

/** The two readers of XML Schema values that PDFBox's metadata parser calls, over those that Java kept. */
public class DatatypeConverter {
    public static int parseInt(String text) {
        return Integer.parseInt(text.trim());
    }

    public static Calendar parseDateTime(String text) {
        try {
            return DatatypeFactory.newInstance().newXMLGregorianCalendar(text.trim()).toGregorianCalendar();
        } catch (DatatypeConfigurationException error) {
            throw new IllegalStateException(error);
        }
    }
}
