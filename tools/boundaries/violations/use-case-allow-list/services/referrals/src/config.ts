export const config = null;
