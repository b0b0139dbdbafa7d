/**
 * The client of iAM Smart for Java, without any framework. An application names what is exported here and nothing else;
 * the compiler makes sure that no exported signature shows what is not.
 */
@SuppressWarnings("requires-automatic") // Okio and PDFBox name their modules in the manifest only
module io.github.iamsmart.core {
    requires com.fasterxml.jackson.databind;
    requires okhttp3;
    requires okio;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.slf4j;

    // To sign and verify PDFs only.
    requires static java.desktop;
    requires static org.apache.fontbox;
    requires static org.apache.pdfbox;
    requires static org.apache.pdfbox.io;
    requires static transitive org.jspecify;

    exports io.github.iamsmart;
    exports io.github.iamsmart.bulksigning;
    exports io.github.iamsmart.callback;
    exports io.github.iamsmart.ccic;
    exports io.github.iamsmart.device;
    exports io.github.iamsmart.environment;
    exports io.github.iamsmart.error;
    exports io.github.iamsmart.formfilling;
    exports io.github.iamsmart.formfilling.address;
    exports io.github.iamsmart.identity;
    exports io.github.iamsmart.key;
    exports io.github.iamsmart.listener;
    exports io.github.iamsmart.profile;
    exports io.github.iamsmart.reauth;
    exports io.github.iamsmart.requests;
    exports io.github.iamsmart.requests.store;
    exports io.github.iamsmart.selfcheck;
    exports io.github.iamsmart.signin;
    exports io.github.iamsmart.signing;
    exports io.github.iamsmart.signing.pdf;
    exports io.github.iamsmart.signing.verification;
}
