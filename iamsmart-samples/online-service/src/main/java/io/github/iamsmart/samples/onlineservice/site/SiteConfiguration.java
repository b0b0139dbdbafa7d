package io.github.iamsmart.samples.onlineservice.site;

import io.github.iamsmart.samples.onlineservice.signin.SignedInGuard;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

@Configuration(proxyBeanMethods = false)
class SiteConfiguration implements WebMvcConfigurer {

    private final Clock clock;

    SiteConfiguration(Clock clock) {
        this.clock = clock;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new SiteLocaleResolver();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor language = new LocaleChangeInterceptor();
        language.setParamName("lang");
        language.setIgnoreInvalidLocale(true);
        registry.addInterceptor(language);
        registry.addInterceptor(new SignedInGuard(clock)).addPathPatterns("/services/**");
        registry.addInterceptor(personal()).addPathPatterns("/services/**", "/permit/**", "/signing/**", "/app/**");
    }

    /** No cache, on disk or on the way, keeps a page with somebody's data. */
    private static WebContentInterceptor personal() {
        WebContentInterceptor interceptor = new WebContentInterceptor();
        interceptor.setCacheControl(CacheControl.noStore());
        return interceptor;
    }
}
