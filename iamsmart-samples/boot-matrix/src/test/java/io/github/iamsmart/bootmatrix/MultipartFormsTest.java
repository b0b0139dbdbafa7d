package io.github.iamsmart.bootmatrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.iamsmart.bootmatrix.RequestsApplication.Forms;
import io.github.iamsmart.requests.RequestOutcome.Completed;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.apache.tomcat.util.http.fileupload.FileItem;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.apache.tomcat.util.http.fileupload.disk.DiskFileItemFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A callback whose form Tomcat would read must not be lost, nor one that it would not read for a trifle. */
@RequestsTest
class MultipartFormsTest {

    @Value("${local.server.port}")
    int port;

    @Autowired
    StubGateway gateway;

    @Autowired
    Forms forms;

    /** In the bodies, ¶ is CR LF, ¬ is LF, and @ the callback. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true  | boundary=b                  | --b¶Content-Disposition: form-data; name=\"r\"¶¶@¶--b--¶",
                "true  | boundary=b                  | --b¶Content-Disposition: form-data; name=\"r\"¶¶@¶--b--",
                "true  | boundary=a=b:c/d            | --a=b:c/d¶Content-Disposition: form-data; name=r¶¶@¶--a=b:c/d--¶",
                "true  | boundary=\"=_a b;c\"        | --=_a b;c¶Content-Disposition: form-data; name=r¶¶@¶--=_a b;c--¶",
                "true  | charset=UTF-8; Boundary=b   | preamble¶--b¶CONTENT-disposition: form-data;¶ name=\"r\"¶¶@¶--b--¶x",
                "true  | boundary=b                  | --b¶Content-Disposition: form-data; name=\"a\"¶¶1¶"
                        + "--b¶Content-Disposition: form-data; name=\"r\"; filename=\"a\\\";b.json\"¶"
                        + "Content-Type: application/json¶Content-Transfer-Encoding: 8bit¶¶@¶--b--¶",
                "false | boundary=b                  | --b¬Content-Disposition: form-data; name=\"r\"¬¬@¬--b--¬",
                "false | boundary=b                  | --b¶Content-Disposition: form-data; name=\"r\"¶¶@",
                "false | boundary=b                  | --b¶Content-Disposition: form-data; name=\"r\"¶¶@¶--b¶",
                "false | boundary=b                  | --b ¶Content-Disposition: form-data; name=\"r\"¶¶@¶--b-- ¶",
                "false | boundary=b                  | --b¶¶@¶--b--¶"
            })
    void isRead(boolean byTomcat, String parameters, String form) throws Exception {
        String contentType = "multipart/form-data; " + parameters;
        String reference = "form-" + Integer.toHexString((parameters + form).hashCode());
        FormFiller user = FormFiller.begin(URI.create("http://localhost:" + port), gateway, reference);
        String callback = new String(user.approval(), ISO_8859_1);
        byte[] body = form.replace("¶", "\r\n")
                .replace("¬", "\n")
                .replace("@", callback)
                .getBytes(ISO_8859_1);

        assertThat(isReadByTomcat(contentType, body, callback)).isEqualTo(byTomcat);
        Wire.post(user.callbackUrl(), contentType, body);

        assertThat(forms.await(reference)).isInstanceOf(Completed.class);
    }

    private static boolean isReadByTomcat(String contentType, byte[] body, String callback) {
        FileUpload upload = new FileUpload();
        upload.setFileItemFactory(new DiskFileItemFactory());
        try {
            List<FileItem> parts = upload.parseRequest(new Form(contentType, body));
            return parts.stream().anyMatch(part -> part.getString().equals(callback));
        } catch (FileUploadException e) {
            return false;
        }
    }

    private record Form(String contentType, byte[] body) implements UploadContext {

        @Override
        public String getCharacterEncoding() {
            return "ISO-8859-1";
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public long contentLength() {
            return body.length;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(body);
        }
    }
}
