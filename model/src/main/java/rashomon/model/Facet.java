package rashomon.model;

/** Kind of point: the five Ws and an H, extended. */
public enum Facet {
  COUNT,
  TIME,
  PLACE,
  IDENTITY,
  CAUSE,
  RESPONSIBILITY,
  AIM,
  STATUS,
  EXTENT,
  CHARACTERISATION,
  POSITION,
  DENIAL,
  OTHER
}
