/** An operator's mistake, in words that can be shown as they are. */
export class CityMistake extends Error {
  override name = 'CityMistake';
}
