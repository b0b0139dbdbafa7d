package io.github.iamsmart.spring.requests;

import io.github.iamsmart.requests.RequestView.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a page that waits for its user shows: texts in the user's language, ready to be shown, and addresses, ready to
 * be linked. A view of the application, {@code iamsmart.pages.waiting-view}, gets it as the model attribute
 * {@code waitingPage}. Immutable. No personal data.
 *
 * @param language the language of the page, a BCP 47 tag such as {@code zh-HK}
 * @param kind the name of the kind of request
 * @param phase how far the request is; never {@link Phase#COMPLETED}, after which the browser is led on
 * @param steps what the page says now, and what it will say; the {@linkplain Step#current() current} one is
 *     {@link #step()}
 * @param identificationCode the digits that the app shows, too; while the user has not answered
 * @param openApp opens the app on the device at hand; while the user has not answered
 * @param gatewayPage leads to the page of iAM Smart, for a user who has not signed in; while they have not answered
 * @param progress how much of an answer that comes in parts is there
 * @param timeLeft until when the user can answer; while they have not
 * @param reference the gateway's code of a request that brought no result, with a caption
 * @param again leads to where the user can begin again; to the start page where they approved and it is the application
 *     that failed to take the result
 * @param advice what the user can do where the app shows nothing; while they have not answered
 * @param noScript says how the page is kept up to date in a browser without scripts
 * @param reload loads the page again, for browsers without scripts
 * @param languagesCaption what the choice of languages is called
 * @param languages the same page in each language
 * @param statePath where scripts ask how far the request is; {@code /events} below it tells it unasked
 * @param scriptPath the starter's script for such a page
 * @param stylePath the style sheet
 */
public record WaitingPage(
        String language,
        String kind,
        Phase phase,
        List<Step> steps,
        Optional<Digits> identificationCode,
        Optional<Link> openApp,
        Optional<Link> gatewayPage,
        Optional<Progress> progress,
        Optional<TimeLeft> timeLeft,
        Optional<String> reference,
        Link again,
        Optional<Advice> advice,
        String noScript,
        Link reload,
        String languagesCaption,
        List<LanguageLink> languages,
        String statePath,
        String scriptPath,
        String stylePath) {

    /**
     * Copies the lists.
     *
     * @param language see above
     * @param kind see above
     * @param phase see above
     * @param steps see above
     * @param identificationCode see above
     * @param openApp see above
     * @param gatewayPage see above
     * @param progress see above
     * @param timeLeft see above
     * @param reference see above
     * @param again see above
     * @param advice see above
     * @param noScript see above
     * @param reload see above
     * @param languagesCaption see above
     * @param languages see above
     * @param statePath see above
     * @param scriptPath see above
     * @param stylePath see above
     */
    public WaitingPage {
        steps = List.copyOf(steps);
        languages = List.copyOf(languages);
    }

    /** {@return what the page says now} */
    public Step step() {
        return steps.stream().filter(Step::current).findFirst().orElseThrow();
    }

    /**
     * What the page says at a time.
     *
     * @param name {@code pending}, {@code arriving}, {@code processing}, {@code declined}, {@code failed} or
     *     {@code timed-out}
     * @param heading a few words
     * @param message what happens or has happened, and what to do
     * @param current whether this is what it says now
     */
    public record Step(String name, String heading, String message, boolean current) {}

    /**
     * The digits by which a user knows that page and app show the same request.
     *
     * @param label what they are called
     * @param value the digits
     * @param hint what to do with them
     */
    public record Digits(String label, String value, String hint) {}

    /**
     * A link.
     *
     * @param caption what it says
     * @param url where it leads: a path from the root of the host, or a URL, perhaps one that opens an app
     */
    public record Link(String caption, String url) {}

    /**
     * The page in another language.
     *
     * @param tag a BCP 47 tag
     * @param caption the name of the language in that language
     * @param url where it leads, a path from the root of the host
     * @param current whether it is the language of this page
     */
    public record LanguageLink(String tag, String caption, String url, boolean current) {}

    /**
     * Parts of an answer.
     *
     * @param received how many are there
     * @param announced how many there will be; 0 while that is unknown
     * @param text says so
     * @param template the same with {@code {0}} and {@code {1}} in place of the numbers, for scripts
     */
    public record Progress(int received, int announced, String text, String template) {}

    /**
     * The time in which the user can answer.
     *
     * @param at its end
     * @param until says so, in Hong Kong's time
     * @param left says how many minutes are left
     * @param seconds how many seconds are left
     * @param minutesTemplate {@link #left} with {@code {0}} in place of the number, for scripts
     * @param oneMinute {@link #left} at the last minute but one, for scripts
     * @param lessThanAMinute {@link #left} at the last minute, for scripts
     */
    public record TimeLeft(
            Instant at,
            String until,
            String left,
            long seconds,
            String minutesTemplate,
            String oneMinute,
            String lessThanAMinute) {}

    /**
     * What the user can do.
     *
     * @param heading asks whether it concerns them
     * @param texts one to a line
     */
    public record Advice(String heading, List<String> texts) {

        /**
         * Copies the texts.
         *
         * @param heading see above
         * @param texts see above
         */
        public Advice {
            texts = List.copyOf(texts);
        }
    }

    /** Hides the links: anyone who has the one that opens the app can open the request. */
    @Override
    public String toString() {
        return "WaitingPage[kind=" + kind + ", phase=" + phase + ", language=" + language + "]";
    }
}
