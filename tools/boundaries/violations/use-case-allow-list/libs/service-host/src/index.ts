export const bootService = null;
