package io.github.iamsmart.spring.internal.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.github.iamsmart.device.Language;
import io.github.iamsmart.error.CryptoException;
import io.github.iamsmart.error.ErrorCode;
import io.github.iamsmart.error.IamSmartException;
import io.github.iamsmart.error.StoreException;
import io.github.iamsmart.identity.TokenisedId;
import io.github.iamsmart.requests.DeliveryPolicy;
import io.github.iamsmart.requests.PartReader.Part;
import io.github.iamsmart.requests.RequestOptions;
import io.github.iamsmart.requests.Requests;
import io.github.iamsmart.spring.TestRequests;
import io.github.iamsmart.spring.TestRequests.Begun;
import io.github.iamsmart.spring.TestSignIns;
import io.github.iamsmart.spring.internal.page.Captions;
import io.github.iamsmart.spring.internal.page.PageSettings;
import io.github.iamsmart.spring.internal.page.PageStyle;
import io.github.iamsmart.spring.internal.page.SmallPage;
import io.github.iamsmart.spring.internal.requests.PageContext;
import io.github.iamsmart.spring.internal.requests.RequestBrowser;
import io.github.iamsmart.spring.requests.WaitingPage;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.Cookie;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class WaitingPageControllerTest {

    private static final URI APP = URI.create("hk.gov.iamsmart://sign?ticketID=t%2B1&a=b");
    private static final URI GATEWAY = URI.create("https://gateway.example.hk/getQR?ticketID=t1");
    private static final PageContext OTHER_DEVICE = context(Optional.empty(), Optional.empty(), Optional.empty());
    private static final PageContext SAME_DEVICE = context(Optional.of(APP), Optional.empty(), Optional.of("4829"));

    private static final String NO_MODEL = "<html";

    private final TestRequests requests = new TestRequests();
    private final StaticMessageSource messages = new StaticMessageSource();
    private final MockMvc mvc = mvc(requests.tracker, PageSettings.OURS, null);

    private static PageContext context(Optional<URI> appLink, Optional<URI> gatewayPage, Optional<String> code) {
        return new PageContext(
                "/permits/17?done=1#top", "/permits/17", appLink.isEmpty(), appLink, gatewayPage, code, Language.EN_US);
    }

    private MockMvc mvc(Requests from, PageSettings settings, String publicUrl) {
        return mvc(from, settings, publicUrl, true);
    }

    private MockMvc mvc(Requests from, PageSettings settings, String publicUrl, boolean signInIsOn) {
        var endpoints = TestRequests.endpoints(publicUrl);
        return MockMvcBuilders.standaloneSetup(new WaitingPageController(
                        from,
                        endpoints,
                        settings,
                        new Captions(messages),
                        new PageStyle(endpoints, settings),
                        new MissingPage(
                                endpoints,
                                new Captions(messages),
                                new SmallPage(new PageStyle(endpoints, settings)),
                                () -> signInIsOn),
                        requests.clock))
                .addPlaceholderValue("iamsmart.path-prefix", "/iamsmart")
                .setViewResolvers((name, locale) ->
                        (model, request, response) -> response.getWriter().write("view " + name))
                .build();
    }

    private Begun begin(PageContext context) {
        Begun begun = requests.begin();
        requests.tracker.keepContext(begun.id(), context.json());
        return begun;
    }

    private MockHttpServletRequestBuilder page(Begun begun) {
        return get(begun.path() + "/page").cookie(begun.cookie());
    }

    private MockHttpServletResponse load(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private String html(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = load(request);
        assertThat(response.getStatus()).isEqualTo(200);
        String html = response.getContentAsString();
        assertThat(html).startsWith("<!DOCTYPE html>").doesNotContain("{{", "}}", "null");
        return html;
    }

    @Test
    void asksForConfirmationOnTheOtherDevice() throws Exception {
        String html = html(page(begin(OTHER_DEVICE)));

        assertThat(html)
                .contains(
                        "<html lang=\"en-US\">",
                        "<title>Please confirm in iAM Smart</title>",
                        "Open the iAM Smart app on your mobile phone",
                        "until 16:18 (Hong Kong time)",
                        ">18 minutes left.<",
                        "<noscript><meta http-equiv=\"refresh\"",
                        "href=\"/permits/17\"")
                .doesNotContain("data-testid=\"open-app\"", "identification-code", "<progress", "Reference");
    }

    @Test
    void opensTheAppOnTheSameDeviceAndShowsTheDigits() throws Exception {
        assertThat(html(page(begin(SAME_DEVICE))))
                .contains(
                        "Press the button to open the iAM Smart app on this device",
                        "href=\"hk.gov.iamsmart://sign?ticketID=t%2B1&amp;a=b\">Open iAM Smart</a>",
                        "data-testid=\"identification-code\">4829<");
    }

    @Test
    void leadsAUserWhoHasNotSignedInToThePageOfTheGateway() throws Exception {
        String gateway = "href=\"https://gateway.example.hk/getQR?ticketID=t1\">Go to the iAM Smart page</a>";
        assertThat(html(page(begin(context(Optional.empty(), Optional.of(GATEWAY), Optional.empty())))))
                .contains(
                        "Continue on the page of iAM Smart", "class=\"button\" data-testid=\"open-gateway\" " + gateway)
                .doesNotContain("open-app");
        assertThat(html(page(begin(context(Optional.of(APP), Optional.of(GATEWAY), Optional.empty())))))
                .contains("Press the button", "open-app", "class=\"button plain\"", gateway);
    }

    @ParameterizedTest
    @EnumSource
    void speaksTheLanguageThatIsAskedForAndOffersTheOthers(Language language) throws Exception {
        MockHttpServletResponse response = load(page(begin(SAME_DEVICE)).param("lang", language.wireValue()));

        assertThat(response.getHeader("Content-Language")).isEqualTo(language.wireValue());
        assertThat(response.getContentAsString())
                .contains(
                        "<html lang=\"" + language.wireValue() + "\">",
                        Captions.ours().text("waiting.pending.heading", language),
                        "lang=\"" + language.wireValue() + "\" hreflang=\"" + language.wireValue()
                                + "\" aria-current=\"true\"")
                .containsOnlyOnce("aria-current")
                .contains("page?lang=en-US\"", "page?lang=zh-HK\"", "page?lang=zh-CN\"");
    }

    @Test
    void speaksTheLanguageInWhichTheRequestBegan() throws Exception {
        Begun begun = begin(new PageContext(
                "/permits/17", "/permits", true, Optional.empty(), Optional.empty(), Optional.empty(), Language.ZH_HK));

        assertThat(html(page(begun).header("Accept-Language", "en"))).contains("<html lang=\"zh-HK\">");
        assertThat(html(page(begun).param("lang", "en"))).contains("<html lang=\"en-US\">");
    }

    @Test
    void keepsItselfToItself() throws Exception {
        Begun begun = begin(SAME_DEVICE);
        MockHttpServletResponse response = load(page(begun));

        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeader("Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
                                + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(response.getContentAsString())
                .doesNotContain("<style", "style=", "onclick")
                .containsOnlyOnce("<script src=\"/iamsmart/pages/waiting.js?v=")
                .contains("data-iamsmart-request=\"" + begun.path() + "\"", "/iamsmart/pages/iamsmart.css?v=");
    }

    @Test
    void showsHowManyPartsHaveCome() throws Exception {
        Begun begun = requests.begin(TestRequests.KIND_IN_PARTS);
        requests.tracker.keepContext(begun.id(), SAME_DEVICE.json());
        assertThat(html(page(begun)))
                .contains(
                        "data-iamsmart-status=\"pending\"",
                        "<div data-iamsmart-step=\"arriving\" hidden>",
                        "data-iamsmart-progress=\"{0} of {1} parts have arrived.\"");

        requests.receiveParts(begun, 7, Part.PRELIMINARY.number(), 2, 5);

        assertThat(html(page(begun)))
                .contains(
                        "data-iamsmart-status=\"arriving\"",
                        "<title>You have confirmed</title>",
                        "value=\"2\" max=\"7\"",
                        ">2 of 7 parts have arrived.<")
                .doesNotContain("4829", "open-app");
    }

    @Test
    void waitsForTheHandlerAndLeadsOnThen() throws Exception {
        Begun begun = begin(SAME_DEVICE);
        requests.answer(requests.tracker, begun, ErrorCode.SUCCESS);

        assertThat(html(page(begun)))
                .contains("<title>You have confirmed</title>", "data-iamsmart-status=\"processing\"", "http-equiv")
                .doesNotContain("4829", "open-app", "<time", "the result");

        requests.tracker.deliverDue(outcome -> {});
        MockHttpServletResponse response = load(page(begun));
        assertThat(response.getStatus()).isEqualTo(303);
        assertThat(response.getHeader("Location")).isEqualTo("/permits/17?done=1#top");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void knowsWhereTheApplicationIs() throws Exception {
        Begun begun = begin(SAME_DEVICE);
        MockHttpServletRequestBuilder inContext =
                get("/stalls" + begun.path() + "/page").contextPath("/stalls").cookie(begun.cookie());
        assertThat(html(inContext))
                .contains(
                        "data-iamsmart-request=\"/stalls" + begun.path() + "\"",
                        "href=\"/stalls/iamsmart/pages/iamsmart.css?v=",
                        "src=\"/stalls/iamsmart/pages/waiting.js?v=",
                        "href=\"/stalls/permits/17\"",
                        "href=\"/stalls" + begun.path() + "/page?lang=zh-HK\"");

        requests.answer(requests.tracker, begun, ErrorCode.SUCCESS);
        requests.tracker.deliverDue(outcome -> {});
        assertThat(load(inContext).getHeader("Location")).isEqualTo("/stalls/permits/17?done=1#top");
        // A proxy shows the application somewhere else than it is.
        Cookie cookie = new Cookie("__Host-iamsmart-requests", begun.cookie().getValue());
        MvcResult behind = mvc(requests.tracker, PageSettings.OURS, "https://www.example.gov.hk/market")
                .perform(get("/stalls" + begun.path() + "/page")
                        .contextPath("/stalls")
                        .cookie(cookie))
                .andReturn();
        assertThat(behind.getResponse().getHeader("Location")).isEqualTo("/market/permits/17?done=1#top");
    }

    @ParameterizedTest
    @CsvSource({
        "D70000, declined, You did not confirm",
        "D70002, failed, It could not be completed",
        "D70003, timed-out, The time is up"
    })
    void saysWhyThereIsNoResultAndOffersToBeginAgain(String code, String status, String heading) throws Exception {
        Begun begun = begin(SAME_DEVICE);
        requests.answer(requests.tracker, begun, ErrorCode.of(code));

        assertThat(html(page(begun)))
                .contains(
                        "data-iamsmart-status=\"" + status + "\"",
                        "<title>" + heading + "</title>",
                        ErrorCode.of(code).userMessage(Language.EN_US.locale()),
                        "href=\"/permits/17\" data-testid=\"again\">Begin again</a>",
                        "Reference: " + code)
                .doesNotContain("http-equiv", "4829", "open-app", "data-iamsmart-request", "class=\"moving\"");
    }

    @Test
    void saysThatTheTimeIsUpWithoutACode() throws Exception {
        Begun begun = begin(OTHER_DEVICE);
        requests.clock.advance(Duration.ofMinutes(18));

        assertThat(html(page(begun))).contains("data-iamsmart-status=\"timed-out\"", "did not arrive in time");
    }

    @Test
    void saysThatNoHandlerCouldTakeTheResult() throws Exception {
        Begun begun = begin(OTHER_DEVICE);
        requests.answer(requests.tracker, begun, ErrorCode.SUCCESS);
        for (int i = 0; i < DeliveryPolicy.DEFAULT.mostAttempts(); i++) {
            requests.tracker.deliverDue(outcome -> {
                throw new IllegalStateException("The database is away.");
            });
            requests.clock.advance(Duration.ofMinutes(30));
        }

        assertThat(html(page(begun)))
                .contains(
                        "data-iamsmart-status=\"failed\"",
                        "Your approval has arrived, but this service could not",
                        "href=\"/\" data-testid=\"again\">Go to the start page</a>")
                .doesNotContain("Reference", "Begin again");
    }

    @ParameterizedTest
    @CsvSource({"1080, 18 minutes left.", "61, 2 minutes left.", "60, 1 minute left.", "59, Less than a minute left."})
    void countsTheMinutes(int seconds, String text) throws Exception {
        Begun begun = begin(OTHER_DEVICE);
        requests.clock.advance(Duration.ofSeconds(1080 - seconds));

        assertThat(html(page(begun))).contains("data-iamsmart-left=\"" + seconds + "\"", ">" + text + "<");
    }

    @Test
    void isThereForTheSameUserInAnotherBrowser() throws Exception {
        RequestOptions options = RequestOptions.builder()
                .owner(RequestBrowser.owner(TokenisedId.of("tokenised-user-1")))
                .build();
        requests.tracker.begin(TestRequests.KIND, options, new byte[0]);
        requests.tracker.keepContext(options.businessId(), SAME_DEVICE.json());
        String path = "/iamsmart/requests/" + options.businessId() + "/page";

        assertThat(load(get(path).sessionAttr(attribute(), TestSignIns.signIn("tokenised-user-1")))
                        .getContentAsString())
                .contains("4829");
        MockHttpServletResponse stranger = load(get(path).sessionAttr(attribute(), TestSignIns.signIn("another-user")));
        assertThat(stranger.getStatus()).isEqualTo(404);
        assertThat(stranger.getContentAsString()).doesNotContain("4829");
    }

    private static String attribute() {
        return IamSmartSignIn.class.getName();
    }

    @Test
    void whoeverHasToSignInAgainComesBack() throws Exception {
        Begun begun = begin(SAME_DEVICE);
        MockHttpServletResponse response = load(
                get("/stalls" + begun.path() + "/page").contextPath("/stalls").param("lang", "zh-HK"));

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getContentAsString())
                .contains(
                        "以「智方便」登入",
                        "href=\"/stalls/iamsmart/login?lang=zh-HK&amp;returnTo=%2Fiamsmart%2Frequests%2F" + begun.id()
                                + "%2Fpage%3Flang%3Dzh-HK\"");
    }

    @Test
    void leadsToNoSignInThatTheApplicationDoesNotHave() throws Exception {
        MockHttpServletResponse response = mvc(requests.tracker, PageSettings.OURS, null, false)
                .perform(get(begin(SAME_DEVICE).path() + "/page"))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString())
                .contains("This page cannot be shown")
                .doesNotContain("login");
    }

    @Test
    void tellsAStrangerNothing() throws Exception {
        Begun begun = begin(SAME_DEVICE);
        Begun own = requests.begin();
        String foreign = notFound(get(begun.path() + "/page").cookie(own.cookie()));
        String unknown = notFound(get("/iamsmart/requests/0123456789/page").cookie(own.cookie()));

        assertThat(foreign.replace(begun.id().value(), "")).isEqualTo(unknown.replace("0123456789", ""));
        assertThat(foreign).doesNotContain("4829", "permits");
        // It cannot be a request, and must not be led back to.
        assertThat(notFound(get("/iamsmart/requests/{id}/page", "x".repeat(37))))
                .doesNotContain("login");
        assertThat(notFound(get("/iamsmart/requests/{id}/page", "<b>"))).doesNotContain("<b>");
        // There is a request, but not one that this page was begun for.
        assertThat(notFound(page(own))).contains("This page cannot be shown");
    }

    private String notFound(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = load(request);
        assertThat(response.getStatus()).isEqualTo(404);
        return response.getContentAsString();
    }

    @Test
    void theApplicationReplacesWordsOneByOne() throws Exception {
        Language language = Language.ZH_CN;
        messages.addMessage("iamsmart.page.waiting.pending.heading", language.locale(), "请在手机上签署 <b>");
        messages.addMessage("iamsmart.page.waiting.pending.same-device", language.locale(), "请打开应用程序。");
        messages.addMessage("iamsmart.page.waiting.open-app", language.locale(), "打开");

        assertThat(html(page(begin(SAME_DEVICE)).param("lang", "zh-CN")))
                .contains("请在手机上签署 &lt;b&gt;", "请打开应用程序。", ">打开</a>", "识别码");
        assertThat(html(page(begin(SAME_DEVICE)))).contains("Please confirm in iAM Smart", "Open iAM Smart");
    }

    @Test
    void theApplicationReplacesTheStyle() throws Exception {
        PageSettings settings =
                new PageSettings(Optional.of("https://static.example.gov.hk/own.css"), Optional.empty());
        MockHttpServletResponse response = mvc(requests.tracker, settings, null)
                .perform(page(begin(SAME_DEVICE)))
                .andReturn()
                .getResponse();

        assertThat(response.getContentAsString())
                .contains("<link rel=\"stylesheet\" href=\"https://static.example.gov.hk/own.css\">")
                .doesNotContain("iamsmart.css");
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("style-src https://static.example.gov.hk; font-src https://static.example.gov.hk;");
    }

    @Test
    void theApplicationReplacesThePage() throws Exception {
        PageSettings settings = new PageSettings(Optional.empty(), Optional.of("requests/waiting"));
        MockMvc own = mvc(requests.tracker, settings, null);
        Begun begun = begin(SAME_DEVICE);
        MvcResult result = own.perform(page(begun).param("lang", "zh-HK")).andReturn();

        assertThat(result.getResponse().getContentAsString())
                .isEqualTo("view requests/waiting")
                .doesNotContain(NO_MODEL);
        assertThat(result.getResponse().getHeader("Content-Security-Policy")).isNull();
        assertThat(result.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        WaitingPage page = (WaitingPage) result.getModelAndView().getModel().get("waitingPage");
        assertThat(page.step().message()).contains("本裝置");
        assertThat(page.openApp().orElseThrow().url()).isEqualTo(APP.toString());
        assertThat(page.identificationCode().orElseThrow().value()).isEqualTo("4829");
        assertThat(page.statePath()).isEqualTo(begun.path());
        assertThat(page).hasToString("WaitingPage[kind=test, phase=WAITING, language=zh-HK]");

        requests.answer(requests.tracker, begun, ErrorCode.SUCCESS);
        requests.tracker.deliverDue(outcome -> {});
        assertThat(own.perform(page(begun)).andReturn().getResponse().getStatus())
                .isEqualTo(303);
    }

    @Test
    void saysThatItCannotBeShownNowWhereTheStoreOrTheKeyIsAway() throws Exception {
        for (IamSmartException problem :
                List.of(new StoreException("secret-host:5432"), new CryptoException("KEK 7"))) {
            Requests away = (Requests) Proxy.newProxyInstance(
                    Requests.class.getClassLoader(), new Class<?>[] {Requests.class}, (proxy, method, arguments) -> {
                        throw problem;
                    });
            MockHttpServletResponse response = mvc(away, PageSettings.OURS, null)
                    .perform(page(requests.begin()))
                    .andReturn()
                    .getResponse();

            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(response.getHeader("Retry-After")).isEqualTo("5");
            assertThat(response.getContentAsString())
                    .contains("Please wait a moment")
                    .doesNotContain("secret-host", "KEK");
        }
    }
}
