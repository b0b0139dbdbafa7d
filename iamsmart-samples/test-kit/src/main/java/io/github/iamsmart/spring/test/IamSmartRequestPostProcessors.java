package io.github.iamsmart.spring.test;

import io.github.iamsmart.spring.signin.IamSmartSignIn;

/** What {@code MockMvc} requests can be sent with. Import its method statically. */
public final class IamSmartRequestPostProcessors {

    private IamSmartRequestPostProcessors() {}

    /**
     * {@return a user of iAM Smart who has signed in} An iAM Smart account, signed in just now in English on another
     * device, with every scope, unless told otherwise.
     *
     * <pre>{@code
     * mockMvc.perform(get("/").with(iamSmartUser().plus())).andExpect(status().isOk());
     * }</pre>
     */
    public static SignedInUser iamSmartUser() {
        return SignedInUser.BASIC;
    }

    /**
     * {@return the user of a sign-in} Of one that {@link TestPhone#signIn} has made, for instance, whose access token
     * the simulator knows.
     *
     * @param signIn who has signed in
     */
    public static SignedInUser iamSmartUser(IamSmartSignIn signIn) {
        return SignedInUser.of(signIn);
    }
}
