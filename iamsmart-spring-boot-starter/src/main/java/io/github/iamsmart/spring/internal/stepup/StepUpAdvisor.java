package io.github.iamsmart.spring.internal.stepup;

import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.security.authorization.method.AuthorizationInterceptorsOrder;

/**
 * Wraps the beans whose methods have one of the annotations. After Spring Security's own: who may not call the method
 * at all is not asked to authenticate again for it.
 */
public final class StepUpAdvisor extends StaticMethodMatcherPointcutAdvisor {

    private static final long serialVersionUID = 1L;

    /**
     * Creates it.
     *
     * @param proofs knows who has authenticated again
     */
    public StepUpAdvisor(Supplier<ProofKeeper> proofs) {
        super(new StepUpInterceptor(proofs));
        setOrder(AuthorizationInterceptorsOrder.JSR250.getOrder() + 1);
        setClassFilter(StepUpAdvisor::isOfAnApplication);
    }

    private static boolean isOfAnApplication(Class<?> type) {
        return !type.getName().startsWith("org.springframework.")
                && !type.getName().startsWith("java.");
    }

    @Override
    public boolean matches(Method method, Class<?> targetClass) {
        return method.getDeclaringClass() != Object.class && StepUpInterceptor.isFor(method, targetClass);
    }
}
