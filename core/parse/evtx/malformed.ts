/** Thrown inside this room where bytes contradict themselves; the reader of a record catches it and tells its message. */
export class Malformed extends Error {}
