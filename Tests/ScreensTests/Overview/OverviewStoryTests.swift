import Domain
import Terminal
import Testing
import UseCases

@testable import Screens

@Suite struct OverviewStoryTests {
  @Test func actionsHaveNoConflicts() {
    #expect(OverviewActions.table.conflicts().isEmpty)
    #expect(MineActions.table.conflicts().isEmpty)
  }

  @Test func everySpotOpensItsRecordsAndComesBackToIt() throws {
    let desk = try DashboardDesk()
    for _ in 0..<3 {
      let screen = try #require(desk.overview)
      for spot in screen.plan.spots.map(\.key) {
        #expect(desk.overview?.place.spot == spot)
        desk.press("<Enter>")
        if let figure = screen.figure(spot) {
          // What is taken off again has a list of its own.
          if figure.records.count > 1 { desk.press("<Enter>") }
          let library = try #require(desk.library, "\(spot) opens a list")
          let list = try #require(figure.records.first)
          #expect(try library.window?.list.count() == desk.store.list(list.query).count(), "\(spot)")
          #expect(library.query.filter.conditions == list.query.filter.conditions)
          desk.press("q")
        }
        #expect(desk.overview?.place.spot == spot, "back at \(spot)")
        desk.press("<Tab>")
      }
      desk.press("v")
    }
  }

  @Test func aFigureOfTheYearAsksForCountedOrTakenOff() throws {
    let desk = try DashboardDesk()
    desk.press("m")
    #expect(desk.frame.contains("计划目标·年度"))
    desk.press("<Down><Enter>")
    #expect(desk.frame.contains("核减的"))
    desk.press("<Down><Enter>")
    #expect(desk.library != nil)
    #expect(desk.frame.contains("核减的"))
    desk.press("q")
    #expect(desk.overview?.place.spot == "started")
  }

  @Test func regionQuarterAndExplanation() throws {
    let desk = try DashboardDesk()
    // Until July 10 the second quarter is the one that is reported.
    #expect(desk.frame.contains("截至2023年6月30日(二季度)"))
    #expect(desk.press("]").contains("截至2023年7月4日(三季度)"))
    #expect(desk.press("]").contains("已是本季度"))
    #expect(desk.press("[").contains("截至2023年6月30日(二季度)"))
    desk.press("<F1>")
    #expect(desk.frame.contains("计数规则"))
    #expect(desk.frame.contains("省经信厅"))
    desk.press("<Enter>")
    desk.press("r")
    for character in "anji" { desk.send(.key(.character(character))) }
    desk.press("<Enter>")
    #expect(desk.overview?.scope.region == "330523")
    #expect(desk.frame.contains("安吉"))
    // A region without a target shows its value alone.
    #expect(desk.frame.contains("无本级目标"))
    desk.press("q")
    #expect(desk.overview?.scope.region == "330000")
  }

  @Test func arrowsReachEverySpot() throws {
    for (width, height) in [(80, 24), (120, 40), (40, 10)] {
      let desk = try DashboardDesk(projects: 60, width: width, height: height)
      for _ in 0..<3 {
        let all = Set(try #require(desk.overview).plan.spots.map(\.key))
        var seen: Set<String> = []
        var waiting = [try #require(desk.overview)]
        while let screen = waiting.popLast() {
          guard let spot = screen.place.spot, seen.insert(spot).inserted else { continue }
          for way in [BoardPlace.Way.up, .down, .left, .right] {
            var next = screen
            next.move(way)
            waiting.append(next)
          }
        }
        #expect(seen == all, "\(width)x\(height): \(all.subtracting(seen).sorted())")
        desk.press("v")
      }
    }
  }

  @Test func theSelectionIsAlwaysSeen() throws {
    for (width, height) in [(80, 24), (72, 21), (40, 10), (20, 5)] {
      let desk = try DashboardDesk(projects: 60, width: width, height: height)
      for _ in 0..<3 {
        for _ in 0..<(desk.overview?.plan.spots.count ?? 0) {
          desk.press("<Tab>")
          let screen = try #require(desk.overview)
          let spot = try #require(screen.plan.spot(screen.place.spot))
          let line = screen.plan.line(of: spot, screen.place.tops) - screen.place.pageTop
          #expect(line >= 0 && line < screen.size.height, "\(width)x\(height) \(spot.key) at \(line)")
        }
        desk.press("v")
      }
    }
  }

  @Test func anEmptyLibraryShowsNoughts() throws {
    let desk = try DashboardDesk(projects: 0)
    for _ in 0..<3 {
      #expect(!desk.frame.contains("出错"))
      desk.press("<Enter>q<Tab>v")
    }
  }

  @Test func sizesFromOneToTwoHundred() throws {
    let desk = try DashboardDesk(projects: 60)
    for start in 0..<3 {
      for size in BoardSizes.some {
        desk.send(.resize(size))
        if size.width % 5 == 0 { desk.press("<Tab><Down>") }
      }
      _ = start
      desk.press("v")
    }
    desk.send(.resize(Size(width: 80, height: 24)))
    #expect(desk.overview != nil)
  }
}

enum BoardSizes {
  static let some: [Size] = [1, 2, 3, 4, 5, 8, 10, 17, 18, 19, 20, 21, 22, 23, 24, 30, 40, 60].flatMap { height in
    [1, 2, 3, 5, 8, 10, 20, 39, 40, 41, 59, 60, 61, 71, 72, 73, 79, 80, 81, 100, 120, 160, 200].map {
      Size(width: $0, height: height)
    }
  }
}
