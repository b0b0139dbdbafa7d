package io.github.iamsmart.simulator;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a simulator as a parameter of type {@link IamSmartSimulator}.
 *
 * <p>On a class ({@code @ExtendWith}) or as a static field ({@code @RegisterExtension}) there is one simulator for the
 * class and its nested classes; as an instance field there is a fresh one for each test method. Call
 * {@link IamSmartSimulator#reset()} where the methods of a class must not see each other's requests.
 */
public final class IamSmartSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(IamSmartSimulatorExtension.class);

    private final UnaryOperator<IamSmartSimulatorBuilder> settings;

    /** A simulator with the default settings. */
    public IamSmartSimulatorExtension() {
        this(UnaryOperator.identity());
    }

    private IamSmartSimulatorExtension(UnaryOperator<IamSmartSimulatorBuilder> settings) {
        this.settings = settings;
    }

    /**
     * {@return an extension with other settings, for a field with {@code @RegisterExtension}}
     *
     * @param settings changes the builder, for example {@code builder -> builder.clock(clock)}
     */
    public static IamSmartSimulatorExtension with(UnaryOperator<IamSmartSimulatorBuilder> settings) {
        return new IamSmartSimulatorExtension(settings);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        startIfNone(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        startIfNone(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stopOwn(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stopOwn(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == IamSmartSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        IamSmartSimulator simulator = context.getStore(NAMESPACE).get(this, IamSmartSimulator.class);
        if (simulator == null) {
            throw new ParameterResolutionException(
                    "There is no simulator yet: it is started before the first @BeforeEach,"
                            + " and before @BeforeAll if the extension stands on the class or in a static field.");
        }
        return simulator;
    }

    private void startIfNone(ExtensionContext context) {
        ExtensionContext.Store store = context.getStore(NAMESPACE);
        if (store.get(this) == null) {
            store.put(this, settings.apply(IamSmartSimulator.builder()).start());
        }
    }

    /** Only what this context itself started: {@code remove} does not look into the contexts around it. */
    private void stopOwn(ExtensionContext context) {
        IamSmartSimulator simulator = context.getStore(NAMESPACE).remove(this, IamSmartSimulator.class);
        if (simulator != null) {
            simulator.close();
        }
    }
}
