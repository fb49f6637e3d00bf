export const cache = null;
