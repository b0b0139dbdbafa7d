package io.github.iamsmart.internal.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads key store files by readers that are chosen here, whatever provider an application has put first.
 *
 * <p>A PKCS#12 file is read by BouncyCastle, which knows passwords beyond ASCII on every JDK, keys that are not
 * encrypted, and empty passwords; what it does not read, the JDK may, such as a file without a checksum; the last
 * resort is a look at the single bags of the file. A JKS file is read by the JDK.
 */
public final class KeyStoreFile {

    private static final String JDK_PROVIDER = "SUN";

    private KeyStoreFile() {}

    /** The password does not open the file, or the file was changed. */
    public static final class WrongPasswordException extends IOException {

        private static final long serialVersionUID = 1L;

        WrongPasswordException(@Nullable Throwable cause) {
            super("The password is wrong, or the file was changed.", cause);
        }
    }

    /**
     * Reads a file.
     *
     * @param content its bytes
     * @param type {@code PKCS12}, {@code JKS}, or another type that a registered provider reads
     * @param password its password, empty if it has none
     * @param wanted says whether a store has what is looked for; the readers name some entries differently
     * @return the first store that has what is wanted, else the first that could be read
     * @throws WrongPasswordException if the password is wrong
     * @throws IOException if it is not such a file
     * @throws GeneralSecurityException if it needs an algorithm or a type that nobody here has
     */
    public static KeyStore read(byte[] content, String type, char[] password, Predicate<KeyStore> wanted)
            throws GeneralSecurityException, IOException {
        KeyStore read = null;
        Exception failure = null;
        for (Reader reader : readers(type)) {
            try {
                KeyStore store = open(reader, content, password);
                if (wanted.test(store)) {
                    return store;
                }
                read = read == null ? store : read;
            } catch (IOException | GeneralSecurityException e) {
                failure = failure instanceof WrongPasswordException ? failure : e;
            }
        }
        if (read != null) {
            return read;
        }
        if (failure instanceof GeneralSecurityException e) {
            throw e;
        }
        throw failure instanceof IOException e ? e : new IOException("No reader for this type.");
    }

    private interface Reader {
        KeyStore read(byte[] content, char[] password) throws GeneralSecurityException, IOException;
    }

    private static List<Reader> readers(String type) {
        Reader jdk = (content, password) -> load(KeyStore.getInstance(type, JDK_PROVIDER), content, password);
        Reader bouncyCastle =
                (content, password) -> load(KeyStore.getInstance(type, BouncyCastle.provider()), content, password);
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "PKCS12" -> List.of(bouncyCastle, jdk, Pkcs12Bags::read);
            case "JKS" -> List.of(jdk);
            default -> List.of((content, password) -> load(KeyStore.getInstance(type), content, password));
        };
    }

    private static KeyStore open(Reader reader, byte[] content, char[] password)
            throws GeneralSecurityException, IOException {
        char[] copy = password.clone();
        try {
            return reader.read(content, copy);
        } catch (IOException e) {
            throw isWrongPassword(e) ? new WrongPasswordException(e) : e;
        } catch (RuntimeException e) {
            // What a damaged file makes of a parser.
            throw new IOException("The file is damaged.", e);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    private static KeyStore load(KeyStore store, byte[] content, char[] password)
            throws GeneralSecurityException, IOException {
        store.load(new ByteArrayInputStream(content), password);
        return store;
    }

    /** The JDK tells by the cause, BouncyCastle in words only. */
    private static boolean isWrongPassword(IOException e) {
        return e instanceof WrongPasswordException
                || e.getCause() instanceof UnrecoverableKeyException
                || String.valueOf(e.getMessage()).contains("wrong password");
    }
}
