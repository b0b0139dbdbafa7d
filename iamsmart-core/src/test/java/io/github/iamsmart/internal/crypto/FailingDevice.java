package io.github.iamsmart.internal.crypto;

import java.security.AlgorithmParameters;
import java.security.Key;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.CipherSpi;

/** An HSM that has been unplugged: it fails as PKCS#11 providers do, with an exception that nobody must catch. */
final class FailingDevice extends Provider {

    private static final long serialVersionUID = 1L;

    FailingDevice() {
        super("FailingDevice", "1", "always fails");
        put("Cipher.RSA/ECB/PKCS1Padding", FailingCipher.class.getName());
        put("Cipher.RSA/ECB/NoPadding", FailingCipher.class.getName());
    }

    /** Its cipher. */
    public static final class FailingCipher extends CipherSpi {

        /** Called by the provider mechanism. */
        public FailingCipher() {}

        @Override
        protected void engineInit(int mode, Key key, SecureRandom random) {}

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random) {}

        @Override
        protected void engineInit(int mode, Key key, AlgorithmParameters parameters, SecureRandom random) {}

        @Override
        protected byte[] engineDoFinal(byte[] input, int offset, int length) {
            throw new ProviderException("CKR_DEVICE_REMOVED");
        }

        @Override
        protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int outputOffset) {
            throw new ProviderException("CKR_DEVICE_REMOVED");
        }

        @Override
        protected byte[] engineUpdate(byte[] input, int offset, int length) {
            return new byte[0];
        }

        @Override
        protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int outputOffset) {
            return 0;
        }

        @Override
        protected void engineSetMode(String mode) {}

        @Override
        protected void engineSetPadding(String padding) {}

        @Override
        protected int engineGetBlockSize() {
            return 0;
        }

        @Override
        protected int engineGetOutputSize(int length) {
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
    }
}
