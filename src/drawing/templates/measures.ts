/** Measures of counters as they are usually built; each an assumption. */
export const COUNTER_DEPTH_M = 0.6;
/** From the middle of a counter to the visitor, and to the clerk, metres. */
export const SPOT_M = 0.75;
/** Widths that a window may have, metres: nobody published one. */
export const WIDEST_M = 1.3;
export const NARROWEST_M = 1.1;
/** A gate for staff with its posts, metres. */
export const GATE_M = 1.2;
/** Half the thickness of a rail, metres. */
export const HALF_RAIL_M = 0.05;
/** Visitors and those who pass behind them, from the middle of a counter, metres. */
export const SERVICE_M = COUNTER_DEPTH_M / 2 + 1.2;
/** Least floor between the front and the service strip, metres. */
export const FRONT_M = 2.6;
/** A passage that people share, metres; the rule asks for 1.20. */
export const PASSAGE_M = 1.3;
