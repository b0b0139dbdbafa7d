package io.github.iamsmart.samples.onlineservice.services;

/**
 * A card on the services page. A flow adds itself by declaring a bean of this type next to its controller; the page
 * shows the beans in the order of their {@code @Order}.
 *
 * @param name of the texts {@code service.<name>.title}, {@code .text} and {@code .action} in the message bundles
 * @param path where the service begins; below {@code /services/}, which is open to signed-in visitors only
 */
public record ServiceEntry(String name, String path) {}
