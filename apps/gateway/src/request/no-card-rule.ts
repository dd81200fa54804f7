/** Nothing tells a number of 16 digits that looks like one from one that is: the sender can. */
export const noCardRule =
  "must not hold a card number, and this looks like one: 14 to 19 digits that begin as an issuer's do, with a right check digit. Where it is none, put a letter between the digits";
