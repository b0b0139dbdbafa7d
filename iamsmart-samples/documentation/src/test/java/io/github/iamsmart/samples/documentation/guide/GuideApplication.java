package io.github.iamsmart.samples.documentation.guide;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application that the guide builds up. */
@SpringBootApplication
class GuideApplication {}
