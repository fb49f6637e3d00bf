export const stack = null;
