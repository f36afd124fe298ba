package rashomon.eval.invented;

/**
 * Somebody who speaks in a story. {@code before} is a role that goes before a name (<i>Interior
 * Minister</i>), {@code after} one that follows it (<i>the interior minister</i>).
 */
record Person(String given, String surname, boolean woman, String before, String after) {

  String name() {
    return given + " " + surname;
  }
}
