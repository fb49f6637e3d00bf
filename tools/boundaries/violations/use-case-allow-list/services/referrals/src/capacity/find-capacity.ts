export const findCapacity = null;
