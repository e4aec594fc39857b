import Domain
import UseCases
import Widgets

/// What a list proposes: providers and experts for the record under the cursor, enterprises for the list of inspections.
extension LibraryScreen {
  /// Why nothing is proposed here; nil where something is.
  var noProposals: Label? {
    switch register.id {
    case Inspection.schema.id: nil
    case Enterprise.schema.id, Project.schema.id:
      current == nil ? Label(zh: "没有记录", en: "There is no record") : nil
    default: Label(zh: "只为企业、项目和监察名单提建议", en: "Proposals are for enterprises, projects and the list of inspections")
    }
  }

  /// Does what `V` means here.
  func propose(_ services: Services) throws -> [Effect] {
    if register.id == Inspection.schema.id {
      return [
        .open(try ProposalScreen.inspections(year: today.year, region: filter.scope, tab: tab, services))
      ]
    }
    guard let id = current, let document = try services.store.read({ try $0.document(register.id, id) }) else {
      return []
    }
    return ProposalScreen.asked(for: document, tab: tab, services)
  }
}
