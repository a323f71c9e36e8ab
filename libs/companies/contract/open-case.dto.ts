/** A running case of a company, as far as the reader may open it. */
export class OpenCaseDto {
  id!: string;
  fileNumber!: string;
  title!: string;
  /** Code of the type of case. */
  type!: string;
  /** Code of the status. */
  status!: string;
}

export class OpenCasePageDto {
  items!: OpenCaseDto[];
  total!: number;
}
