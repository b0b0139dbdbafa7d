package io.github.iamsmart.key;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;

/** A device in miniature: private keys that show nothing of themselves, and the one provider that can use them. */
final class OpaqueKeys extends Provider {

    private static final long serialVersionUID = 1L;

    OpaqueKeys() {
        super("OpaqueDevice", "1", "keys that stay inside");
        put("Cipher.RSA/ECB/PKCS1Padding", RsaCipher.class.getName());
    }

    static PrivateKey handle(PrivateKey inside) {
        return new Handle(inside, false);
    }

    static PrivateKey signingOnlyHandle(PrivateKey inside) {
        return new Handle(inside, true);
    }

    private record Handle(PrivateKey inside, boolean signsOnly) implements PrivateKey {

        @Override
        public String getAlgorithm() {
            return "RSA";
        }

        @Override
        public String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            return null;
        }
    }

    /** The cipher of the device. */
    public static final class RsaCipher extends CipherSpi {

        private final Cipher cipher;

        /**
         * Creates the cipher.
         *
         * @throws GeneralSecurityException never
         */
        public RsaCipher() throws GeneralSecurityException {
            cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding", "SunJCE");
        }

        @Override
        protected void engineInit(int mode, Key key, SecureRandom random) throws InvalidKeyException {
            if (!(key instanceof Handle handle)) {
                throw new InvalidKeyException("not a key of this device");
            }
            if (handle.signsOnly()) {
                throw new ProviderException("CKR_KEY_FUNCTION_NOT_PERMITTED");
            }
            cipher.init(mode, handle.inside());
        }

        @Override
        protected byte[] engineDoFinal(byte[] input, int offset, int length)
                throws IllegalBlockSizeException, BadPaddingException {
            return cipher.doFinal(input, offset, length);
        }

        @Override
        protected void engineSetMode(String mode) throws NoSuchAlgorithmException {}

        @Override
        protected void engineSetPadding(String padding) {}

        @Override
        protected int engineGetBlockSize() {
            return 0;
        }

        @Override
        protected int engineGetOutputSize(int inputLength) {
            return 256;
        }

        @Override
        protected byte[] engineGetIV() {
            return null;
        }

        @Override
        protected AlgorithmParameters engineGetParameters() {
            return null;
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameterSpec spec, SecureRandom random)
                throws InvalidKeyException {
            engineInit(mode, key, random);
        }

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random)
                throws InvalidKeyException {
            engineInit(mode, key, random);
        }

        @Override
        protected byte[] engineUpdate(byte[] input, int offset, int length) {
            return cipher.update(input, offset, length);
        }

        @Override
        protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int outputOffset) {
            throw new ProviderException("not offered");
        }

        @Override
        protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int outputOffset) {
            throw new ProviderException("not offered");
        }
    }
}
