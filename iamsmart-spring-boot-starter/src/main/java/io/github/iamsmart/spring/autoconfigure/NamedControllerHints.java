package io.github.iamsmart.spring.autoconfigure;

import io.github.iamsmart.spring.internal.begin.AnonymousReturnController;
import io.github.iamsmart.spring.internal.begin.ContinueController;
import io.github.iamsmart.spring.internal.begin.GatewayPageController;
import io.github.iamsmart.spring.internal.directlogin.AppLoginController;
import io.github.iamsmart.spring.internal.directlogin.DirectLoginController;
import io.github.iamsmart.spring.internal.directlogin.DirectLoginStateController;
import io.github.iamsmart.spring.internal.page.PageFileController;
import io.github.iamsmart.spring.internal.properties.DirectLoginProperties;
import io.github.iamsmart.spring.internal.properties.IamSmartProperties;
import io.github.iamsmart.spring.internal.signin.LoginCallbackController;
import io.github.iamsmart.spring.internal.signin.LoginController;
import io.github.iamsmart.spring.internal.waiting.WaitingController;
import io.github.iamsmart.spring.internal.waiting.WaitingPageController;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.annotation.ReflectiveRuntimeHintsRegistrar;
import org.springframework.boot.context.properties.bind.BindableRuntimeHintsRegistrar;

/** Lets the endpoints of named clients, which are no beans, be found and called in a native image. */
final class NamedControllerHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        new ReflectiveRuntimeHintsRegistrar()
                .registerRuntimeHints(
                        hints,
                        AnonymousReturnController.class,
                        AppLoginController.class,
                        ContinueController.class,
                        DirectLoginController.class,
                        DirectLoginStateController.class,
                        GatewayPageController.class,
                        LoginCallbackController.class,
                        LoginController.class,
                        PageFileController.class,
                        WaitingController.class,
                        WaitingPageController.class);
        BindableRuntimeHintsRegistrar.forTypes(IamSmartProperties.class, DirectLoginProperties.class)
                .registerHints(hints);
    }
}
