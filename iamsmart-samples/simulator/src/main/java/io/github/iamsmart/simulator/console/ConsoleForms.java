package io.github.iamsmart.simulator.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.iamsmart.simulator.console.ControlCalls.Reply;
import io.github.iamsmart.simulator.http.Parameters;
import io.github.iamsmart.simulator.wire.Json;
import java.util.List;
import java.util.Optional;

/** The console's forms as calls of the control API. */
final class ConsoleForms {
    private final ControlCalls control;

    ConsoleForms(ControlCalls control) {
        this.control = control;
    }

    /** {@code decision} is the button. */
    Reply answer(Parameters form) {
        ObjectNode body = Json.object();
        ConsoleFrame.given(form, "persona").ifPresent(persona -> body.put("persona", persona));
        return control.send(
                "POST",
                "/control/requests/" + form.first("ticket").orElse("") + "/"
                        + form.first("decision").orElse(""),
                body);
    }

    /** Either a button or a number with its unit. */
    Reply advance(Parameters form) {
        String unit = form.first("unit").orElse("M");
        String typed = ConsoleFrame.given(form, "amount").orElse("");
        String duration = form.first("advance").orElse("PT" + typed + unit);
        return control.send("POST", "/control/clock", Json.object().put("advance", duration));
    }

    Reply switchFault(Parameters form) {
        String path = "/control/faults/" + form.first("fault").orElse("");
        if (form.first("switch").orElse("").equals("off")) {
            return control.send("DELETE", path, "");
        }
        ObjectNode body = Json.object();
        for (String name : List.of("path", "clientID", "code", "delay")) {
            ConsoleFrame.given(form, name).ifPresent(value -> body.put(name, value));
        }
        for (String name : List.of("times", "httpStatus")) {
            ConsoleFrame.given(form, name).ifPresent(value -> number(body, name, value));
        }
        return control.send("PUT", path, body);
    }

    Reply clearFaults() {
        return control.send("DELETE", "/control/faults", "");
    }

    Reply clearJournal() {
        return control.send("DELETE", "/control/log", "");
    }

    Reply reset() {
        return control.send("POST", "/control/reset", Json.object());
    }

    Reply persona(Parameters form) {
        Optional<String> edited = ConsoleFrame.given(form, "id");
        String source = edited.or(() -> ConsoleFrame.given(form, "copy")).orElse("");
        Optional<JsonNode> before = PersonaForm.named(control.list("/control/personas"), source);
        ObjectNode body;
        try {
            body = PersonaForm.json(form, before.orElseGet(Json::object));
        } catch (Json.NotJson e) {
            return refused(String.valueOf(e.getMessage()));
        }
        if (edited.isPresent()) {
            return control.send("PUT", "/control/personas/" + edited.get(), body);
        }
        body.put("id", form.first("newId").orElse(""));
        ConsoleFrame.given(form, "copy").ifPresent(copied -> body.put("copyOf", copied));
        return control.send("POST", "/control/personas", body);
    }

    Reply removePersona(Parameters form) {
        return control.send("DELETE", "/control/personas/" + form.first("id").orElse(""), "");
    }

    Reply client(Parameters form) {
        ObjectNode body = ClientForm.json(form);
        Optional<String> edited = ConsoleFrame.given(form, "id");
        if (edited.isPresent()) {
            return control.send("PUT", "/control/clients/" + edited.get(), body);
        }
        body.put("clientID", form.first("newId").orElse(""));
        return control.send("POST", "/control/clients", ClientForm.withoutEmptyNames(body));
    }

    Reply removeClient(Parameters form) {
        return control.send("DELETE", "/control/clients/" + form.first("id").orElse(""), "");
    }

    private static Reply refused(String sentence) {
        return new Reply(400, Json.object().put("error", sentence));
    }

    /** What is no number is passed on as it is: the control API says what is wrong. */
    private static void number(ObjectNode body, String name, String value) {
        if (value.matches("\\d{1,9}")) {
            body.put(name, Integer.parseInt(value));
        } else {
            body.put(name, value);
        }
    }
}
