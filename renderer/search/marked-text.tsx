import type { NoteHit } from '../../shared/search/search.contract.ts';
import classes from './search.module.css';

/** A piece of a note with what was searched for marked, for eye and ear. */
export function MarkedText({ pieces }: { pieces: NoteHit['snippet'] }) {
  return (
    <span dir="auto">
      {pieces.map((piece, index) =>
        piece.marked ? (
          // oxlint-disable-next-line react/no-array-index-key -- pieces of one text have no other identity
          <mark key={index} className={classes.mark}>
            {piece.text}
          </mark>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- pieces of one text have no other identity
          <span key={index}>{piece.text}</span>
        ),
      )}
    </span>
  );
}
