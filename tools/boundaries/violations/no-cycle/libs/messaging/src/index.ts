import './relay.ts';
