package io.github.iamsmart.spring.internal.stepup;

import io.github.iamsmart.spring.IamSmartClientRegistry;
import io.github.iamsmart.spring.internal.signin.SignInRequiredException;
import io.github.iamsmart.spring.security.IamSmartAuthenticationToken;
import io.github.iamsmart.spring.security.IamSmartPlusRequiredException;
import io.github.iamsmart.spring.security.ReauthenticationRequiredException;
import io.github.iamsmart.spring.security.RequiresIamSmartPlus;
import io.github.iamsmart.spring.security.RequiresReauthentication;
import io.github.iamsmart.spring.signin.IamSmartSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Lets a method run for those whom its annotations ask for. Thread-safe. */
final class StepUpInterceptor implements MethodInterceptor {

    private final Supplier<ProofKeeper> proofs;
    private final SecurityContextHolderStrategy holder = SecurityContextHolder.getContextHolderStrategy();

    StepUpInterceptor(Supplier<ProofKeeper> proofs) {
        this.proofs = proofs;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Object target = invocation.getThis();
        Class<?> type = target == null ? null : AopUtils.getTargetClass(target);
        Method method = AopUtils.getMostSpecificMethod(invocation.getMethod(), type);
        if (find(method, type, RequiresIamSmartPlus.class).isPresent() && !isPlus()) {
            throw new IamSmartPlusRequiredException();
        }
        find(method, type, RequiresReauthentication.class).ifPresent(this::check);
        return invocation.proceed();
    }

    private boolean isPlus() {
        Authentication authentication = holder.getContext().getAuthentication();
        return authentication != null
                && authentication.isAuthenticated()
                && authentication.getAuthorities().stream()
                        .anyMatch(one -> IamSmartAuthenticationToken.ACCOUNT_IAMSMART_PLUS.equals(one.getAuthority()));
    }

    private void check(RequiresReauthentication wanted) {
        Duration within = within(wanted);
        HttpServletRequest request = request();
        if (request != null
                && wanted.signInCounts()
                && IamSmartSignIn.from(request).isEmpty()) {
            throw new SignInRequiredException(IamSmartClientRegistry.DEFAULT);
        }
        if (request == null || !proofs.get().isFresh(request, within, wanted.signInCounts())) {
            throw new ReauthenticationRequiredException(within);
        }
    }

    /** Elsewhere than on the thread of a request, nobody is there who could have proved anything. */
    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    /** {@return whether a method has one of the annotations; reads them, too, so that a wrong one stops the start} */
    static boolean isFor(Method method, Class<?> type) {
        Optional<RequiresReauthentication> reauthentication = find(method, type, RequiresReauthentication.class);
        reauthentication.ifPresent(StepUpInterceptor::within);
        return reauthentication.isPresent()
                || find(method, type, RequiresIamSmartPlus.class).isPresent();
    }

    private static Duration within(RequiresReauthentication wanted) {
        try {
            Duration within = Duration.parse(wanted.within());
            if (!within.isNegative() && !within.isZero()) {
                return within;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new IllegalStateException("@RequiresReauthentication(within = \"" + wanted.within()
                + "\") is no time that an approval could count: write an ISO 8601 duration such as PT5M.");
    }

    /** That of the method goes before that of its type. */
    private static <A extends Annotation> Optional<A> find(Method method, @Nullable Class<?> type, Class<A> wanted) {
        A onMethod = AnnotatedElementUtils.findMergedAnnotation(method, wanted);
        if (onMethod != null) {
            return Optional.of(onMethod);
        }
        Class<?> declared = type == null ? method.getDeclaringClass() : type;
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(declared, wanted));
    }
}
