export { AgreeToOffer } from './agree-to-offer.ts';
export { MakeCounterOffer } from './counter-offer.ts';
export { OfferController } from './offer.controller.ts';
export { RefuseOffer } from './refuse-offer.ts';
