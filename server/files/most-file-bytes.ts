/** Of one dropped file, as it is sent. */
export const MOST_FILE_BYTES = 4 * 1024 * 1024 * 1024
