/** What a fan looks like, without figures: it says nothing of any hall. */
export function FanSketch() {
  return (
    <svg className="fan-sketch" viewBox="0 0 260 150" aria-hidden="true">
      <path className="outer" d={`M20 118 ${UPPER_OUTER} L240 128 ${LOWER_OUTER} Z`} />
      <path className="inner" d={`M20 122 ${UPPER_INNER} L240 130 ${LOWER_INNER} Z`} />
      <path className="median" d="M20 125 C60 115 80 84 110 82 S160 112 185 108 S225 128 240 131" />
      <line className="promise" x1="20" x2="240" y1="62" y2="62" />
      <path className="axis" d="M20 12 V136 H244" />
    </svg>
  );
}

const UPPER_OUTER = 'C60 96 80 30 110 26 S160 84 185 72 S225 116 240 128';
const LOWER_OUTER = 'L240 134 C225 133 205 131 185 128 S140 112 110 112 S55 128 20 130';
const UPPER_INNER = 'C60 106 80 60 110 56 S160 98 185 92 S225 122 240 130';
const LOWER_INNER = 'L240 133 C225 131 205 122 185 119 S140 100 110 99 S55 122 20 128';
