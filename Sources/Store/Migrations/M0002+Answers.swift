extension M0002 {
  /// Answers to warnings, a list of each register that has rules.
  static let answers: [String] = ["projects", "enterprises", "efficiency"].map { register in
    """
    CREATE TABLE "\(register)__answers" (
      _record INTEGER NOT NULL REFERENCES "\(register)"(_no), _id BLOB NOT NULL, _position INTEGER NOT NULL,
      "rule" TEXT, "row" TEXT, "reason" TEXT, "person" TEXT, "day" INTEGER, PRIMARY KEY (_record, _id)
    ) STRICT, WITHOUT ROWID
    """
  }
}
