export const profile = null;
