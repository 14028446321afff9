package javax.activation;

import java.io.IOException;
import java.io.InputStream;

/** Where PDFBox's checker reads its file a second time. Java dropped this package and Debian does not bring it back. */
public interface DataSource {
    InputStream getInputStream() throws IOException;
}
