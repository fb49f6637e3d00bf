export const namespaced = null;
