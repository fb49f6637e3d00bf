export const acceptReferral = null;
