package io.github.iamsmart.simulator;

/**
 * What the iAM Smart app hands to the service's own app after a Direct Login v2 [D]. {@link #toString()} shows neither.
 *
 * @param code the authorization code
 * @param codeVerifier what getToken must be given with it
 */
public record AppLoginCode(String code, String codeVerifier) {
    @Override
    public String toString() {
        return "AppLoginCode[***]";
    }
}
