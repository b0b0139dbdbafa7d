package io.github.iamsmart.samples.documentation.guide;

import io.github.iamsmart.spring.observation.CallObservationContext;
import io.github.iamsmart.spring.observation.DefaultCallObservationConvention;
import io.micrometer.common.KeyValues;
import org.springframework.stereotype.Component;

// tag::convention[]
@Component
class BranchTags extends DefaultCallObservationConvention {

    @Override
    public KeyValues getLowCardinalityKeyValues(CallObservationContext context) {
        return super.getLowCardinalityKeyValues(context).and("branch", "retail");
    }
}
// end::convention[]
