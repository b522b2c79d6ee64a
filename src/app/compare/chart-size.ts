/** All charts of a comparison are drawn alike and scaled to their place. */
export const CHART = {
  width: 540,
  height: 300,
  margins: { top: 24, right: 10, bottom: 34, left: 40 },
};
