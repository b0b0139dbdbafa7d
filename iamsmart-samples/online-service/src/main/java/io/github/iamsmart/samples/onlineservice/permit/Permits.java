package io.github.iamsmart.samples.onlineservice.permit;

import io.github.iamsmart.requests.RequestInfo;
import io.github.iamsmart.samples.onlineservice.cases.Cases;
import io.github.iamsmart.samples.onlineservice.cases.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The applications for permits, each for its applicant alone. */
@Component
public final class Permits {

    private static final Map<Field, String> EXAMPLE = Map.of(
            Field.ENGLISH_NAME, "SAMPLE, Plus",
            Field.ID_NUMBER, "B000002(2)",
            Field.BIRTH_DATE, "1979-11-30",
            Field.MOBILE, "+852 5000 0203",
            Field.EMAIL, "plus@example.com",
            Field.ADDRESS, "1 Imaginary Road\nKowloon",
            Field.STALL, "12",
            Field.GOODS, "Paper kites");

    private final Cases cases;
    private final Visitor visitor;
    private final FormRules rules;
    private final Clock clock;

    Permits(Cases cases, Visitor visitor, FormRules rules, Clock clock) {
        this.cases = cases;
        this.visitor = visitor;
        this.rules = rules;
        this.clock = clock;
    }

    Optional<Permit> find(HttpServletRequest request) {
        return cases.newest(Permit.class, visitor.of(request));
    }

    /** The application that can still be changed; empty where there is none, or it has been submitted. */
    Optional<Permit> findOpen(HttpServletRequest request) {
        return find(request).filter(permit -> !permit.isSubmitted());
    }

    public Optional<Permit> findSubmitted(HttpServletRequest request) {
        return find(request).filter(Permit::isSubmitted);
    }

    Permit findOrOpen(HttpServletRequest request) {
        return findOpen(request).orElseGet(() -> cases.add(Permit.open(visitor.of(request), clock.instant())));
    }

    Optional<Permit> waitingFor(RequestInfo request) {
        return cases.waitingFor(Permit.class, request);
    }

    Permit update(Permit permit, UnaryOperator<Permit> change) {
        return cases.update(permit, change).orElse(permit);
    }

    /** Submits an application, if it is complete. */
    void submit(Permit permit, boolean confirmed) {
        update(
                permit,
                one -> one.isSubmitted() || !rules.check(one.form()).isEmpty()
                        ? one
                        : one.submitted(Receipt.of(one.form(), clock.instant(), confirmed)));
    }

    /** An application of the persona that can sign, for those who want to see that only. */
    public void submitExample(HttpServletRequest request) {
        if (findSubmitted(request).isEmpty()) {
            Permit permit = update(findOrOpen(request), one -> one.with(PermitForm.EMPTY.corrected(EXAMPLE)));
            submit(permit, false);
        }
    }
}
