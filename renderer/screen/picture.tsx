import { animalPaths, GROUNDS, pictureOf } from '../../shared/queue/ticket-picture.ts';

/** The picture of a ticket number: an animal on a ground of its colour and shape. Its words stand beside it. */
export function Picture({ number, className }: { number: number; className?: string | undefined }) {
  const { animal, colour } = pictureOf(number);
  const ground = GROUNDS[colour];
  const { x, y, size } = ground.animal;
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className={className} data-animal={animal} data-colour={colour}>
      {/* On a dark screen the black ground would be gone. */}
      <path d={ground.outline} fill={ground.fill} stroke="#ffffff" strokeWidth="1.5" />
      <g fill={ground.ink} transform={`translate(${x} ${y}) scale(${size / 32})`}>
        {animalPaths(animal).map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
    </svg>
  );
}
