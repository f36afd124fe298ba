package rashomon.model;

/** How the answers to a point stand to each other; most contested first. */
public enum Relation {
  CONFLICT,
  UPDATE,
  SCOPE,
  ROUNDING,
  AGREE
}
