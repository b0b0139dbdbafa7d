package io.github.iamsmart.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UserMessageOfExceptionsTest {
    @Test
    void tellsTheUserWhatFitsTheFailure() {
        assertThat(new TransportException("refused", false, null).userMessage(Locale.UK))
                .startsWith("This service could not reach iAM Smart.");
        assertThat(new ConfigurationException("wrong").userMessage(Locale.UK)).contains("technical problem");
        assertThat(new HkicFormatException(HkicFormatException.Reason.CHECK_DIGIT).userMessage(Locale.UK))
                .contains("type it again");
        assertThat(new CryptoException("wrong").userMessage(Locale.UK)).contains("technical problem");
        assertThat(new ProtocolException("no JSON").userMessage(Locale.UK)).contains("technical problem");
        assertThat(new ProtocolException("HTML", 502, null).userMessage(Locale.UK))
                .contains("wait a moment");
        assertThat(new GatewayException(ErrorCode.SIGNING_NOT_PERMITTED, "T1", "/x", null).userMessage(Locale.UK))
                .contains("iAM Smart+");
    }

    @Test
    void speaksChineseToThoseWhoReadIt() {
        assertThat(Stream.of(Locale.forLanguageTag("zh-HK"), Locale.CHINA)
                        .map(new TransportException("refused", false, null)::userMessage))
                .containsExactly("本服務未能連接「智方便」。請於數分鐘後再試。", "本服务未能连接“智方便”。请在几分钟后重试。");
    }

    @Test
    void theCodeInTheMessageForDevelopersIsHarmless() {
        GatewayException failure = new GatewayException(ErrorCode.of("D1\nforged"), null, "/x", null);

        assertThat(failure).hasMessageContaining("D1?forged").hasMessageNotContaining("\n");
        assertThat(failure.code().value()).isEqualTo("D1\nforged");
    }
}
